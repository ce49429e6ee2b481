// The SQL for Spark, run by pyspark (Spark in one process, in ANSI mode): the reports' queries over the generated bill, held row
// by row against DuckDB's answers, with tags as JSON text and as a map.
//   pip install pyspark && npx tsx scripts/distributed/spark.ts [--python python3] [--copies 20]
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { BillError } from '../../bills/open-bill.ts'
import { bindColumns, readBill } from '../../bills/read-bill.ts'
import { openRemoteBill, type RemoteEngine, type RemoteRow } from '../../bills/remote-bill.ts'
import { DIALECTS, findConfig, memoryTree } from '../../core/index.ts'
import { compare, csvOf, rowsOfBill } from './compare.ts'

const { values } = parseArgs({
  options: { python: { type: 'string', default: 'python3' }, copies: { type: 'string', default: '20' } },
})

/** Answers each line of SQL, as JSON, with a line: its rows as text, or why there are none. */
const SERVER = `
import json, sys
from pyspark.sql import SparkSession
spark = (SparkSession.builder.master("local[2]").config("spark.sql.ansi.enabled", "true")
    .config("spark.ui.enabled", "false").config("spark.sql.shuffle.partitions", "4")
    .config("spark.sql.session.timeZone", "UTC").getOrCreate())
bill = (spark.read.option("header", True).option("quote", '"').option("escape", '"').option("multiLine", True)
    .option("nullValue", None).csv(sys.argv[1]))
bill.createOrReplaceTempView("as_json")
spark.sql("SELECT * EXCEPT (Tags), FROM_JSON(Tags, 'MAP<STRING, STRING>') AS Tags FROM as_json" if spark.version >= "4"
    else "SELECT " + ", ".join("FROM_JSON(Tags, 'MAP<STRING, STRING>') AS Tags" if c == "Tags" else c for c in bill.columns)
    + " FROM as_json").createOrReplaceTempView("as_map")
print(json.dumps({"version": spark.version}), flush=True)
for line in sys.stdin:
    try:
        frame = spark.sql(json.loads(line))
        rows = [[None if v is None else format(v, "f") if hasattr(v, "as_tuple") else str(v) for v in row] for row in frame.collect()]
        print(json.dumps({"columns": frame.dtypes, "rows": rows}), flush=True)
    except Exception as error:
        print(json.dumps({"error": str(error)[:2000]}), flush=True)
`

interface Answer {
  readonly version?: string
  readonly columns: readonly (readonly [name: string, type: string])[]
  readonly rows: readonly RemoteRow[]
  readonly error?: string
}

const { config } = findConfig(memoryTree({}), '')
const dialect = DIALECTS.find(({ id }) => id === 'spark')!
const work = mkdtempSync(path.join(os.tmpdir(), 'ascribe-spark-'))
const rows = rowsOfBill(Number(values.copies))
const file = path.join(work, 'bill.csv')
writeFileSync(file, csvOf(rows))
writeFileSync(path.join(work, 'server.py'), SERVER)
const server = spawn(values.python, [path.join(work, 'server.py'), file], {
  cwd: work,
  stdio: ['pipe', 'pipe', 'ignore'],
}) as unknown as ChildProcessWithoutNullStreams
const answers = createInterface({ input: server.stdout })[Symbol.asyncIterator]()
try {
  const { version } = await nextAnswer()
  for (const table of ['as_json', 'as_map']) {
    const engine: RemoteEngine = {
      title: `Spark ${version}`,
      dialect,
      async *rows(sql) {
        yield* (await ask(sql)).rows
      },
      columns: async (name) =>
        (await ask(`SELECT * FROM ${name} LIMIT 0`)).columns.map(([column, type]) =>
          type.startsWith('map<') ? { name: column, form: 'map' } : { name: column },
        ),
    }
    const local = await readBill([file], config, 'duckdb')
    const found = await bindColumns(await openRemoteBill(table, engine), table, config)
    console.log(`${engine.title}, ANSI mode, ${rows.length} rows, tags ${table.replace('_', ' ')}`)
    await compare(local, found, (text) => console.log(`  ${text}`))
  }
} finally {
  server.stdin.end()
  if (server.exitCode === null) await once(server, 'exit')
  rmSync(work, { recursive: true, force: true })
}

async function ask(sql: string): Promise<Answer> {
  server.stdin.write(`${JSON.stringify(sql)}\n`)
  return nextAnswer()
}

async function nextAnswer(): Promise<Answer> {
  const { value, done } = await answers.next()
  if (done) throw new Error(`${values.python} ended. expected pyspark to be installed, and Java`)
  const answer = JSON.parse(value) as Answer
  if (answer.error !== undefined) throw new BillError(`Spark: ${answer.error}`)
  return answer
}
