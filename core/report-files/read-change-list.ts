import * as z from 'zod'
import { ConfigurationError } from '../domain/configuration-error.ts'

const MOST_CHANGES = 500
const text = z.string().max(500)

const changeList = z.strictObject({
  version: z.literal(1),
  changes: z
    .array(
      z.strictObject({
        day: z.iso.date(),
        name: text.min(1),
        title: text,
        url: text.regex(/^https:\/\//, 'expected https://…').optional(),
        report: text.min(1),
      }),
    )
    .max(MOST_CHANGES),
})

/** A merged change, and the file of its report. */
export type ListedChange = z.infer<typeof changeList>['changes'][number]

/** The list of merged changes that a pipeline keeps; `name` is the file's, for messages. */
export function readChangeList(content: string, name: string): readonly ListedChange[] {
  let json: unknown
  try {
    json = JSON.parse(content)
  } catch {
    throw new ConfigurationError(`"${name}" is not JSON. expected {"version": 1, "changes": [...]}`)
  }
  const { data, error } = changeList.safeParse(json)
  if (data) return data.changes
  const [issue] = error.issues
  throw new ConfigurationError(
    `"${name}" is no list of merged changes: ${issue?.path.join('.')}: ${issue?.message}`,
  )
}
