import type { ChargesView } from './charge-columns.ts'
import { costRowsQuery, type Period } from './cost-rows.ts'
import type { Dialect } from './dialects/dialect.ts'
import type { GroupQuery } from './group-query.ts'
import { endingQuery, untaggedQuery } from './report/untagged.ts'
import { groupSql, viewSql } from './sql.ts'

/** What a table of an export is called: `catalog.schema.table`, each part quoted. */
export const tableSql = (table: string, { identifier }: Dialect): string =>
  table.split('.').map(identifier).join('.')

/** The whole of a period, in one row: what the groups of every other query add up to. */
export const controlQuery = (period: Period | undefined): GroupQuery => ({
  by: [],
  where: period ? [{ kind: 'days', ...period }] : [],
  top: undefined,
})

const LISTED = 100

/** The `charges` view over a table, and the queries on it that the report is made from. */
export function printedSql(
  view: ChargesView,
  table: string,
  dialect: Dialect,
  period: Period | undefined,
): string {
  const charges = dialect.identifier('charges')
  const days = period ?? ALL_DAYS
  const part = (comment: string, sql: string) => `-- ${comment}\n${sql};\n`
  const query = (comment: string, each: GroupQuery) => part(comment, groupSql(each, charges, dialect))
  return [
    part(
      `${dialect.title}: one row a charge, whatever the export. What is missing is NULL.`,
      `CREATE VIEW ${charges} AS\n${viewSql(view, tableSql(table, dialect), dialect)}`,
    ),
    query(
      'The control total: the groups of the next query add up to it, or shards are missing.',
      controlQuery(period),
    ),
    query('All that the tables of the report are made from.', costRowsQuery(period)),
    query('The dearest resources that lack a tag.', untaggedQuery(days, 'effective', LISTED)),
    query('What is billed past its end.', endingQuery(days, 'effective', LISTED)),
  ].join('\n')
}

const ALL_DAYS: Period = { from: '0000-01-01', until: '9999-12-31' }
