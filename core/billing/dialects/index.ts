import { athena } from './athena.ts'
import { bigquery } from './bigquery.ts'
import { clickhouse } from './clickhouse.ts'
import type { Dialect } from './dialect.ts'
import { duckdb } from './duckdb.ts'
import { snowflake } from './snowflake.ts'
import { spark } from './spark.ts'
import { trino } from './trino.ts'

export const DIALECTS: readonly Dialect[] = [duckdb, trino, athena, clickhouse, bigquery, spark, snowflake]
