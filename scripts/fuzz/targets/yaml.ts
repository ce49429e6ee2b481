import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { stringify } from 'yaml'
import { toPlain } from '../../../core/domain/plain.ts'
import { loadManifests, readManifests, yamlComments } from '../../../core/kubernetes/index.ts'
import { readDocuments } from '../../../core/kubernetes/yaml/read-documents.ts'
import { SourceFile } from '../../../core/source/source-file.ts'
import { jsonOf, objectOf } from '../grammars/json.ts'
import { mustBeTold, mustBeWithin } from '../must.ts'
import type { FuzzTarget } from '../target.ts'

const WORDS = [
  ...[
    'apiVersion',
    'kind',
    'metadata',
    'name',
    'labels',
    'spec',
    'template',
    'containers',
    'resources',
    'requests',
  ],
  ...[
    'limits',
    'nvidia.com/gpu',
    'cpu',
    'memory',
    'replicas',
    'items',
    'v1',
    'List',
    'Deployment',
    'apps/v1',
    'Pod',
  ],
  ...[
    '500m',
    '1Gi',
    '1e3',
    '0x10',
    '0o17',
    '.inf',
    '.nan',
    '~',
    'yes',
    '2026-11-21',
    '__proto__',
    'constructor',
    '<<',
  ],
]
const LINES = [
  ...[
    '---\n',
    '...\n',
    '%YAML 1.1\n',
    '# a\n',
    'a: &x [1]\n',
    'b: *x\n',
    '<<: *x\n',
    'c: |\n  d\n',
    'e: >-\n  f\n\n  g\n',
  ],
  ...[
    '- - h\n',
    '? i\n: j\n',
    'k: {l: m, n}\n',
    'o: [p, [q]]\n',
    '"r": \'s\'\n',
    't: !!binary YQ==\n',
    'u: !v w\n',
    '\tx\n',
  ],
  ...[
    'apiVersion: v1\nkind: Pod\n',
    'y: {{ .Values.z }}\n',
    'kind: CustomResourceDefinition\nspec: {}\n',
    '*never\n',
    'spec: &s { a: &t [1], b: *t }\nmetadata: *s\n',
    'a: &x { b: *x }\n',
    'kind: List\napiVersion: v1\nitems: [{ apiVersion: v1, kind: Pod, metadata: { name: a } }]\n',
  ],
]
const object = objectOf(fc.constantFrom(...WORDS), jsonOf(WORDS)).map((each) => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  ...(each as object),
}))

export default {
  files: /^core\/kubernetes\/(?:yaml\/|read-manifests|manifest)/,
  seeds: (root) => {
    const folder = path.join(root, 'test/kubernetes/kinds')
    const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'))
    return names.map((name) => readFileSync(path.join(folder, name), 'utf8').slice(0, 1_000))
  },
  grammar: fc
    .array(
      fc.oneof(
        fc.constantFrom(...LINES),
        object.map((each) => `---\n${stringify(each)}`),
        object.map((each) => `--- ${JSON.stringify(each)}\n`),
      ),
      { maxLength: 6 },
    )
    .map((parts) => parts.join('')),
  words: [
    ...WORDS,
    ...LINES,
    ': ',
    '- ',
    '\n  ',
    '{',
    '}',
    '&a ',
    '*a',
    '<<: ',
    '!!',
    '|\n',
    '>+2\n',
    '%TAG ! !\n',
    '['.repeat(70),
    '- '.repeat(70),
  ],
  run: (text) => {
    const source = new SourceFile('k8s/app.yaml', text)
    if (!text.includes('kind:')) mustBeRead(source)
    for (const { start, end } of yamlComments(text)) mustBeWithin({ source, start, end }, 'a comment')
    const read = readManifests(source)
    mustBeTold(read.problems)
    for (const { range } of read.manifests) mustBeWithin(range, 'an object')
    for (const { range } of loadManifests([{ id: 'k8s', kind: 'folder', manifests: read.manifests }]))
      mustBeWithin(range, 'a resource')
  },
} satisfies FuzzTarget

/** As values of Helm and files of kustomize are, which are no objects. */
function mustBeRead(source: SourceFile): void {
  const { documents, problems } = readDocuments(source)
  mustBeTold(problems)
  for (const document of documents) toPlain(document)
}
