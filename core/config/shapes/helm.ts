import * as z from 'zod'
import { flag, text, texts } from './values.ts'

export const helm = z.strictObject({
  render: flag.describe(
    'Whether charts may be rendered, with the `helm` program of the machine. Default: false.',
  ),
  charts: z
    .array(
      z.strictObject({
        chart: text.describe('The folder of its Chart.yaml.'),
        release: text,
        namespace: text.optional(),
        values: texts.optional().describe('Files of values inside the repository; later ones win.'),
      }),
    )
    .optional()
    .describe("Charts to render besides those of Argo CD's applications."),
})
