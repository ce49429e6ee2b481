import assert from 'node:assert/strict'
import { quickFixesAt } from '../../core/quick-fixes/quick-fixes.ts'
import { memoryTree } from '../../core/source/source-tree.ts'
import { createWorkspace } from '../../core/workspace.ts'
import { frozenBook } from '../support/frozen-book.ts'

/** Title and texts of what an editor offers to mend a rule's finding in `main.tf`. */
function offered(main: string, ruleId: string, yml = 'version: 1\n') {
  const tree = memoryTree({ 'main.tf': main, 'ascribe.yml': yml })
  const workspace = createWorkspace({ tree, below: '', prices: frozenBook() })
  while (workspace.step());
  return quickFixesAt(workspace, 'main.tf', { from: 0, to: 99 }, { scope: 'all', severity: 'configured' })
    .filter(({ mends, title }) => mends.code === ruleId && !title.startsWith('Exempt '))
    .map(({ title, edits }) => [title, ...edits.map(({ newText }) => newText)])
}

describe('an editor', () => {
  it('turns on what keeps tags from the bill', () => {
    const group = `
resource "aws_autoscaling_group" "train" {
  min_size = 1
  max_size = 1
  tag {
    key                 = "team"
    value               = "fraud-ml"
    propagate_at_launch = false
  }
}
`
    assert.deepEqual(offered(group, 'tag-not-billed'), [['Set propagate_at_launch = true', 'true']])
  })

  it('offers the names of the catalogue, the nearest first', () => {
    const train = 'resource "aws_instance" "train" {\n  tags = { team = "frad-ml" }\n}\n'
    const yml = 'version: 1\nteams: { search-ml: {}, fraud-ml: {} }\n'
    assert.deepEqual(offered(train, 'unknown-owner', yml), [
      ['Change "frad-ml" to "fraud-ml"', 'fraud-ml'],
      ['Change "frad-ml" to "search-ml"', 'search-ml'],
    ])
  })

  it('spells a label as its cloud takes it, where the value is written', () => {
    const labels = `
locals {
  who = "a@b.c"
}
resource "google_storage_bucket" "data" {
  labels = {
    created_by = local.who
    CostCenter = "eng-risk"
  }
}
resource "google_storage_bucket" "models" {
  labels = { created_by = local.who }
}
`
    assert.deepEqual(offered(labels, 'illegal-tag'), [
      ['Change "a@b.c" to "a_b_c" (also tags 1 other resource)', 'a_b_c'],
      ['Rename tag "CostCenter" to "cost_center"', 'cost_center '],
      ['Change "a@b.c" to "a_b_c" (also tags 1 other resource)', 'a_b_c'],
    ])
  })

  it('offers nothing for a label made of parts', () => {
    const labels = `
variable "domain" { default = "b.c" }
resource "google_storage_bucket" "data" {
  labels = { created_by = "a@\${var.domain}" }
}
`
    assert.deepEqual(offered(labels, 'illegal-tag'), [])
  })
})
