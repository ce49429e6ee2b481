import type { Columns } from '../columns.ts'
import { curAmounts, curColumns } from './aws-cur.ts'
import type { BillFormat } from './format.ts'

const tagsIn = (columns: Columns) => [
  ...columns.tags('resource_tags', 'json'),
  ...columns.tags('tags', 'json'),
]

/** AWS's own export since 2023: a fixed set of columns, tags as a map. */
export const awsCur2: BillFormat = {
  id: 'aws-cur-2',
  title: 'AWS CUR 2.0',
  knownBy: [
    ['line_item_unblended_cost', 'line_item_usage_start_date', 'resource_tags'],
    ['line_item_unblended_cost', 'line_item_usage_start_date', 'tags'],
  ],
  keyPrefixes: ['resourceTags/user:', 'resourceTags/user_', 'user:', 'user_'],
  tags: tagsIn,
  columns: (columns) => curColumns(columns, tagsIn(columns)),
  amounts: curAmounts,
}
