import type { Columns } from '../columns.ts'
import { curAmounts, curColumns } from './aws-cur.ts'
import type { BillFormat } from './format.ts'

/** `resourceTags/user:Team` in CSV; in Parquet and Athena lower-cased, `resource_tags_user_team`. */
const tagsIn = (columns: Columns) => [
  ...columns.tagColumns('resourceTags/'),
  ...columns.tagColumns('resource_tags_'),
]

/** AWS's first export: a column for each tag key, and other columns in other months. */
export const awsCurLegacy: BillFormat = {
  id: 'aws-cur-legacy',
  title: 'AWS CUR (legacy)',
  knownBy: [
    ['lineitem/unblendedcost', 'lineitem/usagestartdate'],
    ['line_item_unblended_cost', 'line_item_usage_start_date'],
  ],
  keyPrefixes: ['user:', 'user_'],
  tags: tagsIn,
  columns: (columns) => curColumns(columns, tagsIn(columns)),
  amounts: curAmounts,
}
