import { loadDuckDb } from '../../bills/duckdb-bill.ts'
import { duckdb } from '../../core/index.ts'

/** The charges of a CSV file as providers write Parquet: tags as a MAP, amounts as numbers. */
export async function toParquet(csv: string, parquet: string): Promise<void> {
  await run(
    `COPY (SELECT * REPLACE (CASE WHEN JSON_VALID(Tags) THEN CAST(JSON(Tags) AS MAP(VARCHAR, VARCHAR)) END AS Tags,
        CAST(BilledCost AS DECIMAL(30, 10)) AS BilledCost, CAST(EffectiveCost AS DECIMAL(30, 10)) AS EffectiveCost)
      FROM read_csv(${duckdb.text(csv)}, all_varchar = true)) TO ${duckdb.text(parquet)} (FORMAT parquet)`,
  )
}

/** The same charges again and again, each time of resources of their own: `times` as many rows. */
export async function multiply(parquet: string, times: number, grown: string): Promise<void> {
  await run(
    `COPY (SELECT * EXCLUDE (copy) REPLACE (ResourceId || '/' || copy AS ResourceId)
      FROM range(${times}) AS copies(copy), read_parquet(${duckdb.text(parquet)}))
      TO ${duckdb.text(grown)} (FORMAT parquet)`,
  )
}

/** How many charges a Parquet file has, and of how many resources. */
export async function sizeOf(parquet: string): Promise<{ rows: number; resources: number }> {
  const [rows, resources] = await run(
    `SELECT COUNT(*), APPROX_COUNT_DISTINCT(ResourceId) FROM read_parquet(${duckdb.text(parquet)})`,
  )
  return { rows: Number(rows), resources: Number(resources) }
}

/** Runs one statement in a database of its own; its first row. */
async function run(statement: string): Promise<readonly unknown[]> {
  const api = await loadDuckDb()
  if (!api) throw new Error('DuckDB is not installed')
  const instance = await api.DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  try {
    // Rows may change places: to keep them where they were, all of them would be kept.
    await connection.run('SET preserve_insertion_order = false')
    const reader = await connection.runAndReadAll(statement)
    return reader.getRows()[0] ?? []
  } finally {
    connection.closeSync()
    instance.closeSync()
  }
}
