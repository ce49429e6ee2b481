import assert from 'node:assert/strict'
import { propagationFixes } from '../../../core/quick-fixes/propagation-fix.ts'
import { applied, type Files, fixing } from './fixing.ts'

const fixesOf = (files: Files, address: string) => propagationFixes(fixing(files).request(address))

describe('tags that stay behind', () => {
  it('go along once every switch of the group is on, and nothing else is touched', () => {
    const files = {
      'main.tf': `
resource "aws_autoscaling_group" "train" {
  tag {
    key                 = "team"
    value               = "false"
    propagate_at_launch = false # so far
  }
  tag {
    key                 = "model_id"
    value               = "ranker"
    propagate_at_launch = true
  }
}
`,
    }
    const [fix, ...others] = fixesOf(files, 'aws_autoscaling_group.train')
    assert.deepEqual(others, [])
    assert.equal(fix!.title, 'Set propagate_at_launch = true')
    assert.equal(
      applied(files, fix!.edits)['main.tf'],
      files['main.tf'].replace('= false # so far', '= true # so far'),
    )
  })

  it('go along by one edit where all blocks are made of one', () => {
    const files = {
      'main.tf': `
resource "aws_autoscaling_group" "train" {
  dynamic "tag" {
    for_each = { team = "fraud-ml", model_id = "ranker" }
    content {
      key                 = tag.key
      value               = tag.value
      propagate_at_launch = false
    }
  }
}
`,
    }
    const [fix] = fixesOf(files, 'aws_autoscaling_group.train')
    assert.equal(fix!.edits.length, 1)
    assert.match(applied(files, fix!.edits)['main.tf']!, /propagate_at_launch = true/)
  })

  it('of a job definition go along with propagate_tags', () => {
    const files = {
      'main.tf':
        'resource "aws_batch_job_definition" "train" {\n  propagate_tags = false\n  tags = { team = "a" }\n}\n',
    }
    const [fix] = fixesOf(files, 'aws_batch_job_definition.train')
    assert.match(applied(files, fix!.edits)['main.tf']!, /propagate_tags = true\n/)
  })

  it('are left alone where the switch is an expression, or there is none', () => {
    const files = {
      'main.tf': `
variable "on" {
  default = false
}
resource "aws_autoscaling_group" "train" {
  tag {
    key                 = "team"
    value               = "fraud-ml"
    propagate_at_launch = !true
  }
}
resource "aws_batch_job_definition" "train" {
  tags = { team = "a" }
}
`,
    }
    assert.deepEqual(fixesOf(files, 'aws_autoscaling_group.train'), [])
    assert.deepEqual(fixesOf(files, 'aws_batch_job_definition.train'), [])
  })
})
