import { nodesToTest } from './runner/nodes.ts'
import { withScenarios } from './scenario.ts'

const { found, missing } = nodesToTest()

/** States a rule; the story that shows it is given the Node to run the bundle with. */
export type Rule = (title: string, story: (node: string) => Promise<void>) => void

/** Stories wait for processes most of the time, so that the next ones are begun while one is waited for. */
const AHEAD = 1

/** Rules that the bundle keeps on every Node it is run with, all at the same time. */
export function contract(title: string, rules: (rule: Rule) => void): void {
  const labels = found.map(({ label }) => label).join(' and ')
  describe(`${title} (${labels})`, () => {
    const stories: (() => Promise<void>)[] = []
    rules((rule, story) => {
      const at = stories.length
      stories.push(once(() => onEveryNode(story)))
      it(rule, () => {
        for (const next of stories.slice(at + 1, at + 1 + AHEAD)) next().catch(() => {})
        return stories[at]!()
      })
    })
    if (missing !== undefined) it.skip(missing, () => {})
  })
}

async function onEveryNode(story: (node: string) => Promise<void>): Promise<void> {
  await Promise.all(found.map(({ path }) => withScenarios(() => story(path))))
}

function once(begin: () => Promise<void>): () => Promise<void> {
  let begun: Promise<void> | undefined
  return () => {
    begun ??= begin()
    return begun
  }
}
