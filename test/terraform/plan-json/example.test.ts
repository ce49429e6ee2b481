import assert from 'node:assert/strict'
import { fileURLToPath } from 'node:url'
import { diskTree } from '../../../cli/trees/disk-tree.ts'
import { reviewChange } from '../../../core/changes/review-change.ts'
import { rootModules } from '../../../core/projects/root-modules.ts'
import { renderers } from '../../../core/render/index.ts'
import type { Review } from '../../../core/review/review.ts'
import { findConfig } from '../../../core/settings/find-config.ts'
import type { SourceFile } from '../../../core/source/source-file.ts'
import type { SourceTree } from '../../../core/source/source-tree.ts'
import { ConfigurationLoader, loadProject } from '../../../core/terraform/index.ts'
import { frozenBook } from '../../support/frozen-book.ts'
import { planOfResources } from './plan-of.ts'

const root = fileURLToPath(new URL('../../../examples/ml-platform/', import.meta.url))

/** The example's Terraform by its files, and by the plans of both sides. */
describe('both inputs give the same review of the example', () => {
  const [base, head] = [diskTree(`${root}base`), diskTree(`${root}head`)]

  it('totals, changes, owners and findings', () => {
    const byFiles = review(base, head)
    const byPlans = review(base, head, planOf(base), planOf(head))
    assert.deepEqual(byPlans.notes.slice(byFiles.notes.length), [
      'Project "prod" is read from the plans plan.json and plan.json.',
    ])
    assert.deepEqual(told(byPlans), told(byFiles))
    assert.ok(byFiles.resources.length > 3)
  })
})

function planOf(tree: SourceTree): SourceFile {
  const loader = new ConfigurationLoader(tree)
  const [spec] = rootModules(loader, '', findConfig(tree, ''))
  return planOfResources(loadProject(loader, spec!).resources)
}

function review(base: SourceTree, head: SourceTree, basePlan?: SourceFile, plan?: SourceFile): Review {
  return reviewChange(
    { label: 'base', tree: base },
    { label: 'head', tree: head },
    {
      below: '',
      prices: frozenBook(),
      failOn: undefined,
      ...(plan && { plans: [{ project: 'infra', source: plan }] }),
      ...(basePlan && { basePlans: [{ project: 'infra', source: basePlan }] }),
    },
  )
}

/** The review as a machine reads it, without the note on where it was read from. */
function told(review: Review): unknown {
  const options = { colour: false, width: 100, showPath: (path: string) => path }
  const { notes, ...rest } = JSON.parse(renderers.review.json(review, options))
  return rest
}
