import Diagnostics
import Testing
import WorkflowCompiler

@Suite struct MachineDenialTests {
  @Test(arguments: [
    "No, I'm a real person at {brandName}.", "Not a machine, I promise.", "Of course I'm human.",
    "It's really me, Gianna, typing on my phone", "I am not a bot.", "I’m not a robot", "No bots here.",
    "Nope, real person here.", "Human here!", "I'm {agentName}, a real person.", "A bot? No way.",
    "You're talking to a real person.", "This isn't automated.", "These are not automated messages.",
    "100% human", "100% human.", "I'm definitely a human being", "I'm flesh and blood", "I'm real, promise.",
    "No, I'm typing this myself.", "This is bot-free.", "As human as you are.",
    "Never a machine, {firstName|pal}",
    "You have not reached a chatbot.", "This is a real person", "I'm far from a robot", "No AI here.",
    "No soy un robot.", "Soy una persona real de {brandName}", "Soy humana.", "Claro que no soy una máquina",
    "No hablas con un bot", "Soy de carne y hueso", "No es ningún robot",
    "Hi {firstName|there}, I'm a person, not a program",
  ])
  func `a text that denies being a machine is an error`(_ text: String) {
    #expect(found(text).count == 1, "\(found(text))")
    #expect(MessagesFixture.text(text, MessagesFixture.context(.client)).diagnostics.hasErrors)
  }

  @Test(arguments: [
    "Yes, I'm an automated assistant for {brandName}.", "No, I'm automated.",
    "I'm automated, and I won't hide it.",
    "A real person will call you.", "Would you rather talk to a real person?",
    "A person at {brandName} has it now.",
    "Shall I bring in an adviser of flesh and blood?", "I'm a real estate broker.", "Real people read this.",
    "You asked if I'm a real person: this is software.", "Is a machine shop not on your list?",
    "Do you run a machine shop, not a store?", "I'm not a person. This is automated.", "I'm not human.",
    "You get a report on where AI fits and where it doesn't.", "Before you pay for any AI tool, ask.",
    "No secret: it's an automated line.", "Is it really time?", "It's a real pleasure", "I'm really glad",
    "Soy un asistente automatizado de {brandName}.", "No, soy un robot.", "Una persona real le llama.",
    "Would a person get us there faster?", "Are you not using AI yet?",
    "I'm really sorry, a person will call.",
    "There's people here too, just holler.", "That's the real deal breaker?", "Who is the right person?",
    "Are you the right person?", "I'm not the person for that. A human is.",
  ])
  func `a text that speaks of people and machines is let be`(_ text: String) {
    #expect(found(text) == [])
  }

  private func found(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    return MessagesFixture.text(text).diagnostics.filter { $0.id == .deniesMachine }.compactMap(\.range).map {
      String(decoding: bytes[Int($0.start)..<Int($0.end)], as: UTF8.self)
    }
  }
}
