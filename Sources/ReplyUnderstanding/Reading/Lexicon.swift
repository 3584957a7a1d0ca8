/// How people shorten words in messages, and what they stand for.
///
/// Facts of the language, not of a client, so they are here and not in YAML. Each line: the short forms, a
/// colon, the words they stand for. Words that mean something else as often ("were", "well", "hell") are
/// left alone.
struct Lexicon: Sendable {
  private static let contractions = """
    dont dnt dun don'nt: do not
    doesnt dosent doesn: does not
    didnt didn: did not
    cant cannot cnt: can not
    wont: will not
    isnt aint: is not
    arent: are not
    wasnt: was not
    werent: were not
    havent havnt: have not
    hasnt: has not
    hadnt: had not
    wouldnt: would not
    couldnt: could not
    shouldnt: should not
    mustnt: must not
    im: i am
    ive: i have
    ill i'll: i will
    id i'd: i would
    youre your'e: you are
    youve: you have
    youll: you will
    theyre: they are
    weve: we have
    thats: that is
    thatll: that will
    whats wats whts: what is
    whos: who is
    wheres: where is
    hows: how is
    whys: why is
    theres: there is
    heres: here is
    hes: he is
    shes: she is
    itll: it will
    whered: where did
    howd: how did
    lets: let us
    its: it is
    """

  private static let shorthand = """
    u yu yuo yoo: you
    r: are
    ur yr urs: your
    ya'll yall: you all
    pls plz plse pleas plez plss pleez pleeze pleaz: please
    thx thnx tks tnx thanx thks thnks tanks thankyou tyvm tysm ty: thanks
    txt tect tezt textt twxt rext trxt etxt txet: text
    txts textes: texts
    textin txting txtin txtn textn texing txtng texitng tecting textig textibg textung: texting
    lst lsit: list
    frm: from
    cntct contct contat conact: contact
    wrng rong worng wrog: wrong
    cud cld: could
    wud wld: would
    shud shld: should
    dat: that
    dis: this
    hv hav: have
    giv: give
    snd: send
    sum1 som1: someone
    any1 ne1: anyone
    nomore: no more
    nothin nuthin: nothing
    anythin anythng: anything
    delet delte deleet: delete
    remvoe reomve romove remoove remov: remove
    txted: texted
    msg mssg mesage messge: message
    msgs mssgs msgz mesages messges: messages
    msging mesaging: messaging
    numbr numbers num nbr numb: number
    phn fone: phone
    biz bussiness busness buisness bizness busines bussines: business
    prop: property
    info infos infomation: info
    information: info
    tmrw tmr tmw tomm tmmrw 2morrow 2moro tmrrw tomoro tomorow tommorow tommorrow tmo: tomorrow
    2nite tonite 2night: tonight
    2day: today
    b4: before
    l8r l8tr ltr: later
    gr8: great
    wk: week
    wks: weeks
    yrs: years
    mo mos mnths: months
    mins: minutes
    hr hrs: hours
    wat wut wht wt wha: what
    wen: when
    hw: how
    y'all: you all
    abt bout: about
    cuz cos bc bcuz becuz: because
    gonna gunna: going to
    wanna: want to
    gotta: got to
    gimme gimmie: give me
    lemme: let me
    dunno: do not know
    idk: i do not know
    idc: i do not care
    idgaf: i do not care
    kinda: kind of
    rn: right now
    whatcha watcha: what you
    whaddya: what do you
    howdya: how do you
    w: with
    wo: without
    abit: a bit
    alot: a lot
    ppl: people
    lvl: level
    addr: address
    appt: appointment
    mtg mtng: meeting
    def: definitely
    prolly prob probs: probably
    int intrested intersted intrsted intreasted intetested intrestd interestd intrest intersted: interested
    stp stahp stawp stoop stap sotp stpo: stop
    loose: lose
    rmv rm rmove rwmove remv: remove
    unsub unsubs unsubscribed unsubscription unsubcribe unsuscribe unsubsribe unsubscibe unscribe unsubscrib unsubscrbe unsubcrbe unsubscribeme unsubcribed unsubscrible unsuscribed: unsubscribe
    addy: address
    emial e-mail emails: email
    recieve recieving receving: receive
    dm: message
    lol lmao lmfao rofl haha hahaha hahah hehe lolz lool jaja jajaja: lol
    k kk okay okey okie oki okk ok: ok
    yea yeah yeh yup yep yessir yah ye yeap yass yea' yessum: yes
    nah naw nope nada noo nop: no
    omw: on my way
    af: very
    wtf wth: wtf
    fu: fuck you
    fck fuk fuc fuq phuck fcuk fk fkn: fuck
    fing effing effin fuckin fking: fucking
    bs: bullshit
    gtfo: get the fuck out
    stfu: shut the fuck up
    xq pq: porque
    tqm: te quiero mucho
    msj msjs mensaje mensages mensajes msjes: mensaje
    """

  /// Per word of the vocabulary, where its long form stands in `words`; empty for words that are no short form.
  private var spans: [Range<Int32>] = []
  private var words: [Int32] = []

  /// Reads the tables and enters all their words into a vocabulary that is empty so far.
  init(into vocabulary: inout Vocabulary) {
    for table in [Lexicon.contractions, Lexicon.shorthand] {
      for line in table.utf8.split(separator: UInt8(ascii: "\n")) {
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { continue }
        let start = Int32(words.count)
        words += line[line.index(after: colon)...].split(separator: 0x20).map { vocabulary.intern(Array($0)) }
        for form in line[..<colon].split(separator: 0x20) {
          let id = Int(vocabulary.intern(Array(form)))
          while spans.count <= id { spans.append(0..<0) }
          spans[id] = start..<Int32(words.count)
        }
      }
    }
  }

  /// The words a short form stands for; empty where the word stands for itself.
  @inline(__always)
  func expansion(of word: Int32) -> ArraySlice<Int32> {
    guard word >= 0, Int(word) < spans.count else { return [] }
    let span = spans[Int(word)]
    return words[Int(span.lowerBound)..<Int(span.upperBound)]
  }
}
