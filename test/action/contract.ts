import { nodesToTest } from './runner/nodes.ts'
import { closeScenarios } from './scenario.ts'

const { found, missing } = nodesToTest()

/** States a rule; the story that shows it is given the Node to run the bundle with. */
export type Rule = (title: string, story: (node: string) => Promise<void>) => void

/** Rules that the bundle keeps on every Node it is run with, all at the same time. */
export function contract(title: string, rules: (rule: Rule) => void): void {
  const labels = found.map(({ label }) => label).join(' and ')
  describe(`${title} (${labels})`, () => {
    afterEach(closeScenarios)
    rules((rule, story) => {
      it(rule, async () => {
        await Promise.all(found.map(({ path }) => story(path)))
      })
    })
    if (missing !== undefined) it.skip(missing, () => {})
  })
}
