import LeadImport
import LeadModel
import Testing
import Threads
import Workers
import WorkflowCompiler
import WorkflowProgram
import WorkflowTestSupport

@testable import nextier

private let list = """
  record_id,business_name,owner_name,business_phone,mobile_phone,industry,annual_revenue,employee_count,do_not_call
  a,Bolt LLC,Ann Lee,217-555-0101,217-555-0142,technology,2400000,24,
  b,BOLT LLC,Ann Lee,,2175550142,technology,2400000,24,
  c,Nut Inc,Bob Ray,217-555-0103,217-555-0144,technology,2400000,24,checked
  c,Cog Co,Cy Fox,,217-555-0145,finance,2400000,0,no
  ,,,217-555-0106,,,,,
  Total,5,,,,,,,

  """

@Suite struct ScoredLeadFileTests {
  private let folder = ScratchFolder()

  private func scored(
    _ text: String, _ program: ClientProgram, threads: Int = 1
  ) throws -> (table: [[String]], outcome: ScoredLeadFile.Outcome, quarantine: String?) {
    folder.write(text, to: "leads.csv")
    let pool = WorkerPool.threads(threads)
    let table = ScoreTable(program: program)
    var bytes = table.header
    var setAside = try QuarantineFile(folder / "out.quarantine.csv", besides: [folder / "leads.csv"])
    let outcome = try ScoredLeadFile(program: program, path: folder / "leads.csv", pool: pool).forEach {
      batches in
      for rows in table.rows(batches, pool: pool) { bytes += rows }
      for batch in batches { try setAside.add(batch.leads, mapping: batch.mapping) }
    }
    try setAside.close()
    let rows = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    return (rows, outcome, folder.read("out.quarantine.csv"))
  }

  @Test func `the table has a row a lead, and nobody who must not be called gets a campaign`() throws {
    let program = try #require(ShippedProject.compile("ecbb").program)
    let (table, outcome, quarantine) = try scored(list, program)
    #expect(table[0] == ScoreTable.columns)
    #expect(table.dropFirst().map { $0[0] } == ["a", "b", "c", "c"])
    let campaign = try #require(ScoreTable.columns.firstIndex(of: "campaign"))
    #expect(table.dropFirst().map { $0[campaign] } == ["SMS_INITIAL", "", "", "SMS_INITIAL"])
    #expect(table.dropFirst().map { $0[campaign + 1].isEmpty } == [false, true, true, false])
    #expect(table[2].last == "a")
    #expect(
      table.dropFirst().map { $0[12] } == ["+12175550101", "+12175550142", "+12175550103", "+12175550145"])
    #expect(outcome.report.duplicateExamples.map(\.winner.key) == [.mobilePhone])
    #expect(
      outcome.report.findings.groups.map(\.reason.code).sorted() == [
        "no_name", "repeated_record_id", "sum_of_rows", "unclear_do_not_call",
      ])
    #expect(quarantine?.hasPrefix(QuarantineWriter.leadingColumns) ?? false)
    #expect(quarantine?.split(separator: "\n").count == 3)
  }

  @Test func `what was set aside of another list does not stay`() throws {
    let program = try #require(ShippedProject.compile("ecbb").program)
    #expect(try scored(list, program).quarantine != nil)
    #expect(try scored("Company\nBolt\n", program).quarantine == nil)
    // What is none of ours is left alone.
    folder.write("notes", to: "out.quarantine.csv")
    #expect(try scored("Company\nBolt\n", program).quarantine == "notes")
  }

  @Test func `the first lead in the file's order is told a failure by, on any number of threads`() throws {
    let program = try SmallProject(
      extra: "recommend: { split: { when: 100 / lead.employee_count > 5 }, rest: {} }"
    ).program()
    var text = "record_id,business_name,business_phone,employee_count\n"
    for index in 0..<6_000 {
      text += "L\(index),Shop \(index % 5_000),217-555-\(1_000 + index % 5_000),\(index % 10 == 7 ? 0 : 4)\n"
    }
    for threads in 1...4 {
      let failures = try scored(text, program, threads: threads).outcome.failures.list(program)
      #expect(failures.map(\.failure.firstLead) == ["L7"])
      #expect(failures.map(\.failure.leads) == [500], "duplicates count for nothing")
    }
  }
}

@Suite struct DecisionStoryTextTests {
  private let folder = ScratchFolder()

  private func stories() throws -> [DecisionStoryText] {
    folder.write(list, to: "leads.csv")
    let program = try #require(ShippedProject.compile("ecbb").program)
    var stories: [DecisionStoryText] = []
    _ = try ScoredLeadFile(program: program, path: folder / "leads.csv", pool: WorkerPool.threads(1)).forEach
    {
      for batch in $0 {
        for row in 0..<batch.leads.leads.count {
          stories.append(DecisionStoryText(program: program, batch, row))
        }
      }
    }
    return stories
  }

  @Test func `a duplicate says whom it repeats, and no decision`() throws {
    let text = try stories()[1].text
    #expect(
      text.hasPrefix("BOLT LLC (b, row 3)\na duplicate: it repeats row 2 (a) by the same name and mobile"))
    #expect(!text.contains("SMS_INITIAL"))
  }

  @Test func `the phone it goes by is told apart from the one rules see`() throws {
    #expect(try stories()[0].text.contains("primary phone: +12175550101\n"))
    #expect(
      try stories()[3].text.contains(
        "primary phone: +12175550145, the mobile; the list has no business phone"))
    #expect(try stories()[2].text.contains("campaign: none: the lead must not be called or texted"))
  }
}
