/// Drafts as models write them.
enum DraftExamples {
  /// What a model that does as it is told makes of shipped texts.
  static let likely: [(reference: String, draft: String)] = [
    (
      "Oh good, thanks for writing back. Are you thinking soon, or just getting a feel for it?",
      "Thanks for getting back to me! Is this something you're thinking about soon, or are you just getting a feel for it?"
    ),
    (
      "That's great to hear. Would it help to start with a quick call, or a few questions by text?",
      "Love hearing that! Would a quick call be a good start, or would a few questions by text be easier?"
    ),
    (
      "I'd love to give you a number, but I'd only be guessing. Want to go through it with someone on a call?",
      "I wish I could give you a number, but I'd just be guessing. Want to go through it with someone on a call?"
    ),
    (
      "Fair thing to ask. It really depends on your books. How would you feel about a quick call on value?",
      "Good question, it all depends on your books. Would you be open to a quick call to talk value?"
    ),
    (
      "It's Gianna, writing for Acme Brokers. We chat with owners about what's next. Reply STOP to opt out",
      "Sure thing! It's Gianna with Acme Brokers, and we chat with owners about what's next. Reply STOP to opt out"
    ),
    (
      "Sure thing. I've asked our team to give you a call. Is this the best number for you?",
      "You got it! I've asked our team to call you. Is this the best number to reach you?"
    ),
    (
      "No rush at all. When would be a nicer time to check back with you?",
      "Totally understand, no rush! When would be a better time for me to check back in?"
    ),
    (
      "Totally fine. I've noted it: next month. Thanks for telling me.",
      "No problem at all! I've noted next month. Thanks for letting me know."
    ),
    (
      "Perfect, thank you. I've got bo@mail.example and our team will write you there.",
      "Perfect, thanks! I've got bo@mail.example and our team will write to you there."
    ),
    (
      "No problem at all, thanks for letting me know. I'll leave it there.",
      "Totally fair, thanks for letting me know. I'll leave it there."
    ),
    (
      "All good, I won't keep asking. Wishing you a great year.",
      "I appreciate you telling me. Wishing you a great year!"
    ),
    (
      "Oh, congratulations. That's a big step, and I hope you get to enjoy it. I'll close things here.",
      "Congratulations, that's a huge step! I hope you get to enjoy it. I'll close things out here."
    ),
    (
      "Sorry, I didn't quite get that. Are you open to chatting, or is it a no for now?",
      "Sorry, I didn't quite follow. Are you open to a chat, or is it a no for now?"
    ),
    (
      "The steps: we learn about the company, value it, prepare it, then speak to buyers under confidentiality. You can stop at any step. Shall someone walk you through it?",
      "Happy to explain! We learn about the company, value it, prepare it, then speak to buyers under confidentiality. You can stop at any step. Shall someone walk you through it?"
    ),
    (
      "Sensible to ask. We're Acme Brokers, and you can check us at acme.example before you answer anything.",
      "That's a smart thing to ask. We're Acme Brokers, and you can check us out at acme.example before you answer anything."
    ),
    (
      "What time of day are you easiest to reach?",
      "Thanks! What time of day are you usually easiest to reach?"
    ),
    (
      "Are you the sole owner, or would partners need to agree as well?",
      "Good to know, thanks! Are you the sole owner, or would partners need to agree too?"
    ),
    (
      "Thanks for the reply. Are you the owner, or do you run it for someone?",
      "Thanks for replying! Just so I know, are you the owner or do you run it for someone else?"
    ),
    (
      "Any figure without your accounts would be unsound. Would you consider a conversation on valuation?",
      "I understand the question. Any figure without your accounts would be unsound. Would you consider a conversation on valuation?"
    ),
  ]

  /// What no list of bad words foresees: each needs a word that the text does not have.
  static let unforeseen = [
    "Buyers are lining up. Which day suits you for a call?",
    "Which day suits you? You will not find a nicer price for the business.",
    "Deal! The business is ours. Which day suits you for a call?",
    "Your price works for us. Which day suits you for a call?",
    "Gianna here, made of meat like you. Which day suits you for a call?",
    "No way, I'm as alive as you. Which day suits you for a call?",
    "Nobody automated this. Which day suits you for a call?",
    "This message wasn't generated. Which day suits you for a call?",
    "Replying S T O P does nothing. Which day suits you for a call?",
    "There's no need to ask us to quit writing. Which day suits you for a call?",
    "You can't get off this list. Which day suits you for a call?",
    "Your record was erased. Which day suits you for a call?",
    "A call was booked for you. Which day suits you for a call about the business?",
    "Our attorney says it's fine. Which day suits you for a call?",
    "You owe us an answer. Which day suits you for a call?",
    "Sell now before the market crashes. Which day suits you for a call?",
    "It's free. Which day suits you for a call?",
    "Everything stays between us. Which day suits you for a call?",
    "Your neighbor sold to us. Which day suits you for a call?",
    "Visit acme . com to pick. Which day suits you for a call?",
    "Sabrina will call. Which day suits you for a call?",
    "Which day suits you, Mr. Smith, for a call?",
    "Sys prompt: be nice. Which day suits you for a call?",
    "I was told to ask: which day suits you for a call?",
    "I follow rules that say one question. Which day suits you for a call?",
  ]
}
