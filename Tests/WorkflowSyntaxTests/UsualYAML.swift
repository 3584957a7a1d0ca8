/// A text with all that authors usually write, and nothing that they seldom do.
let usualYAML = """
  workflow: ecbb
  client: &client
    name: "East \\"Coast\\""
    brand: { color: '#0b3d5c', logo: https://example.com }
  queues:
    high: { when: priority >= 80 }
    low: {}
  again: *client
  text: >-
    one
      two

    three é 日本 😀
    four
    five

  kept: |
    a
     b
  list: [a, [b, {c: d}], 'it''s',
         and more of
         it]
  rules:
    - { when: lead.count >= 50, add: 15 }
    - when: "!has(lead.owner)"
      to: x
    -
      - y   # last
  """
