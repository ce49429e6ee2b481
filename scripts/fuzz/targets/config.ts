import { readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { stringify } from 'yaml'
import { readConfig } from '../../../core/config/read-config.ts'
import { readUsageFile } from '../../../core/config/usage-file.ts'
import { SourceFile } from '../../../core/source/source-file.ts'
import { jsonOf, objectOf } from '../grammars/json.ts'
import { mustBeTold } from '../must.ts'
import type { FuzzTarget } from '../target.ts'

const SECTIONS = [
  ...[
    'schema',
    'checks',
    'enforcement',
    'projects',
    'modules',
    'clusters',
    'attribution',
    'owners',
    'include',
    'teams',
  ],
  ...[
    'models',
    'shared-costs',
    'usage',
    'prices',
    'bill',
    'economics',
    'helm',
    'exemptions',
    'reports',
    'thresholds',
  ],
]
const WORDS = [
  ...[
    'keys',
    'preset',
    'values',
    'pattern',
    'required-when',
    'targets',
    'dimensions',
    'aliases',
    'type',
    'max-days',
  ],
  ...[
    'match',
    'set',
    'path',
    'resource',
    'address',
    'mode',
    'until',
    'rule',
    'reason',
    'rules',
    'budget',
    'cost-center',
  ],
  ...[
    'ml-attribution',
    'none',
    'date',
    'catalogue',
    'team',
    'model_id',
    'aws_instance',
    '**/*.tf',
    '../x',
    '150%',
    '2026-11-21',
  ],
  ...[
    '^[a-z]+(-[a-z]+)*$',
    '(',
    '[z-a]',
    '__proto__',
    'constructor',
    'split',
    'node-tags',
    'discount',
    'hours-per-month',
  ],
]
const section = objectOf(fc.constantFrom(...SECTIONS), jsonOf([...SECTIONS, ...WORDS]))

export default {
  files: /^core\/config\//,
  seeds: (root) => {
    const all = readFileSync(path.join(root, 'test/config/every-key.yml'), 'utf8')
    return all.split(/\n\n/).map((part) => `version: 1\n${part}`)
  },
  grammar: section.map((each) => stringify({ version: 1, ...(each as object) })),
  words: [
    ...SECTIONS.map((name) => `${name}: `),
    ...WORDS,
    ': ',
    '- ',
    '\n  ',
    '{ ',
    ' }',
    '&a ',
    '*a',
    'version: 1\n',
  ],
  run: (text) => {
    const included = new SourceFile('catalogue/models.csv', `model,team,budget\n${text.slice(0, 200)}`)
    mustBeTold(readConfig(new SourceFile('ascribe.yml', text), () => included).problems)
    mustBeTold(readUsageFile(new SourceFile('ascribe-usage.yml', text)).problems)
  },
} satisfies FuzzTarget
