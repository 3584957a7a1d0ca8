extension DraftVocabulary {
  /// Words of courtesy and of talking itself, without their regular inflections; none of them is about anything.
  static let ordinary: Set<String> = Set(
    (function + courtesy + talking + manner).split(separator: " ").map(String.init))

  private static let function =
    """
    a an the and or but so if as at by for from in into of off on out over to up with without about around before \
    after back down than then there here this that these those it its i me my mine you your yours we us our he she \
    they them their who whom whose what which when where why how is am are was were be been being do does did done \
    have has had having can could may might must shall should will would ought let's not no nor yes yeah yep too \
    also just only very really quite rather pretty much more most less least bit little some any all both each \
    every other another such same else even still yet again ever never always sometimes often usually perhaps maybe \
    because since while until though although either neither whether won't can't don't one ones self yourself \
    myself ourselves something anything nothing someone anyone everyone somebody anybody
    """ + " "

  private static let courtesy =
    """
    hi hello hey thanks thank please sorry apologies apologize pardon welcome congrats congratulations cheers glad \
    happy happily gladly great good nice lovely wonderful perfect awesome super sure certainly course absolutely \
    totally definitely fair fine ok okay alright well kind kindly pleasure appreciate appreciated respect wish hope \
    love enjoy understand understood understandable get got gotcha worry worries problem trouble bother pressure \
    rush hurry morning afternoon evening regards sincerely truly gentle luck best huge big step smart sensible \
    reasonable completely
    """ + " "

  private static let talking =
    """
    ask answer reply respond response write wrote written text message note word words say said tell told hear heard \
    talk chat speak spoke spoken conversation call phone share mention explain describe question point idea thing \
    way reason sense matter topic subject detail know knew known think thought feel felt see saw seen look wonder \
    curious guess mean meant remember understand follow mind want wanted need like prefer care consider interest \
    interested decide choose pick open come came go went going take took taken give gave given make put keep kept \
    let find found try start begin began check reach connect catch touch wait leave left stand turn move bring help \
    hold walk work suit fit set show happen seem stay sound read ready able
    """ + " "

  private static let manner =
    """
    time day moment while soon later now today easy easier easiest simple simpler quick quicker brief briefly short \
    shorter clear clearly better nicer right wrong long far near close new old own next first last early late slow \
    slowly lot part side kind sort type way place end couple few many enough useful helpful handy convenient \
    comfortable natural different similar possible likely actually honestly simply exactly especially instead \
    anyway otherwise together alone once thanks person team colleague teammate folks people owner
    """
}
