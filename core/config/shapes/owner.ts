import * as z from 'zod'
import { match } from './match.ts'
import { textByName } from './values.ts'

export const owner = z.strictObject({ match, set: textByName.describe("Tags by the schema's keys.") })
