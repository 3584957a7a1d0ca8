import JSONText
import WorkflowEngine
import WorkflowProgram

/// OpenAI's chat-completions call, as far as a draft needs it; many services and local servers speak it.
enum ChatCompletion {
  /// The request's body.
  static func body(for request: DraftRequest) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { object in
      object.member("model", request.model.name)
      object.member(
        "messages",
        array: { messages in
          for (role, content) in [("system", request.instructions), ("user", request.prompt)] {
            messages.object {
              $0.member("role", role)
              $0.member("content", content)
            }
          }
        })
      object.member("max_tokens", request.model.maxTokens)
      object.member("temperature", request.model.temperature)
      object.member("n", 1)
      object.member("stream", false)
    }
    return writer.bytes
  }

  /// The draft in a response's body, or why there is none.
  static func answer(in body: [UInt8]) -> DraftAnswer {
    let json: JSONValue
    do {
      json = try JSONValue(parsing: body)
    } catch {
      return .failed(.notJSON)
    }
    guard case .array(let choices)? = json["choices"], let choice = choices.first,
      let message = choice["message"]
    else { return .failed(.notACompletion) }
    if let refusal = message["refusal"]?.string, !refusal.isEmpty { return .failed(.declined) }
    switch choice["finish_reason"]?.string {
    case "content_filter": return .failed(.declined)
    case "length": return .failed(.cutShort)
    case _: break
    }
    guard let text = message["content"]?.string else { return .failed(.notACompletion) }
    return .text(text)
  }
}
