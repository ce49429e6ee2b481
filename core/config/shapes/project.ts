import * as z from 'zod'
import { text, texts } from './values.ts'

export const project = z.strictObject({
  name: text.min(1, 'expected a name').describe('How reports call it.'),
  path: text.describe("The root module's folder, from the repository root; `.` is the root."),
  'var-files': texts.optional().describe('From the folder of the project, in the order they are applied.'),
  workspace: text.optional().describe('Default: `default`.'),
})
