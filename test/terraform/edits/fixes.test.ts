import assert from 'node:assert/strict'
import { tagEdits } from '../../../core/quick-fixes/tag-edits.ts'
import { combined } from '../../../core/quick-fixes/tag-fix.ts'
import { type SnippetChoice, snippetText } from '../../../core/terraform/edits/index.ts'
import { applied, fixing, ROOT } from './fixing.ts'

const TEAM = new Map([['team', 'fraud-ml']])

describe('fixes', () => {
  it('choices are tab stops in one snippet, and the first choices in the plain text', () => {
    const files = { 'main.tf': 'resource "aws_instance" "train" {\n  ami = "ami-0abc"\n}\n' }
    const tags = new Map<string, string | SnippetChoice>([
      ['team', { values: ['fraud-ml', 'risk,ml'] }],
      ['model_id', { values: ['fraud_$x}'] }],
      ['owner', { values: [] }],
      ['note', 'a}b$'],
    ])
    const [fix] = fixing(files).fixesOf('aws_instance.train', tags)
    const [edit] = fix!.edits
    assert.equal(edit!.isSnippet, true)
    assert.equal(
      edit!.newText,
      '\n\n  tags = {\n    team     = "${1|fraud-ml,risk\\,ml|}"\n    model_id = "${2:fraud_\\$x\\}}"\n    owner    = "${3}"\n    note     = "a\\}b\\$"\n  \\}',
    )
    assert.equal(
      edit!.plainText,
      '\n\n  tags = {\n    team     = "fraud-ml"\n    model_id = "fraud_$x}"\n    owner    = ""\n    note     = "a}b$"\n  }',
    )
  })

  it('a choice keeps what a snippet would read as its end', () =>
    assert.equal(snippetText([{ value: { values: ['a|b', 'c\\d'] } }]), '${1|a\\|b,c\\\\\\\\d|}'))

  it('several at once: each in its own place, instances of a block once', () => {
    const files = {
      'main.tf':
        'locals {\n  tags = {}\n}\nresource "aws_instance" "a" {\n  count = 2\n  ami   = "x"\n}\nresource "aws_instance" "b" {\n  ami = "x"\n}\n',
    }
    const asked = fixing(files)
    const fixes = asked.addresses.map((address) => asked.fixesOf(address, TEAM)[0]!)
    const after = applied(files, combined(fixes))
    assert.deepEqual(
      [...fixing(after).tags.values()],
      [{ team: 'fraud-ml' }, { team: 'fraud-ml' }, { team: 'fraud-ml' }],
    )
    assert.equal(after['main.tf']!.match(/team/g)!.length, 2)
  })

  it('a module of two projects: what changes in the other one is said', () => {
    const files = {
      'prod/main.tf': 'module "box" {\n  source = "../box"\n}\n',
      'dev/main.tf': 'module "box" {\n  source = "../box"\n}\n',
      'box/main.tf': 'resource "aws_instance" "box" {\n  ami = "x"\n}\n',
    }
    const projects = ['prod', 'dev'].map((root) => ({ ...ROOT, id: root, root }))
    const [fix] = fixing(files, projects).fixesOf('module.box.aws_instance.box', TEAM)
    assert.equal(fix!.title, 'Add "team" to module.box.aws_instance.box (also tags 1 other resource)')
  })

  it('where a half-typed file cannot be read at all there, nothing is offered; elsewhere in it, it is', () => {
    const files = {
      'main.tf':
        'resource "aws_instance" "typing" {\n  ami = \n\nresource "aws_instance" "done" {\n  ami = "x"\n}\n',
    }
    const asked = fixing(files)
    const [fix] = asked.fixesOf('aws_instance.done', TEAM)
    assert.match(applied(files, fix!.edits)['main.tf']!, /tags = \{ team = "fraud-ml" \}/)
  })

  it('a resource that takes no tags, or is in no project that is given, has no fix', () => {
    const files = { 'main.tf': 'resource "aws_route" "out" {}\nresource "aws_instance" "a" {}\n' }
    assert.deepEqual(fixing(files).fixesOf('aws_route.out', TEAM), [])
    const request = fixing(files).request('aws_instance.a')
    assert.deepEqual(tagEdits({ ...request, projects: [], tags: TEAM }), [])
  })

  it('the own block comes first and is preferred; style narrows', () => {
    const files = {
      'main.tf':
        'locals {\n  tags = { a = "b" }\n}\nresource "aws_instance" "a" {\n  tags = local.tags\n}\nresource "aws_instance" "b" {\n  tags = local.tags\n}\n',
    }
    const asked = fixing(files)
    const titles = (style?: 'own' | 'shared') =>
      asked.fixesOf('aws_instance.a', TEAM, style).map(({ title, isPreferred }) => [title, isPreferred])
    const own = 'Add "team" to aws_instance.a'
    const shared = 'Add "team" to local.tags (also tags 1 other resource)'
    assert.deepEqual(titles(), [
      [own, true],
      [shared, false],
    ])
    assert.deepEqual(titles('own'), [[own, true]])
    assert.deepEqual(titles('shared'), [[shared, true]])
  })
})
