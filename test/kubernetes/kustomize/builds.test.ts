import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { diskTree } from '../../../cli/trees/disk-tree.ts'
import { isMapping, isSequence, type Value } from '../../../core/domain/value.ts'
import { kustomizations } from '../../../core/kubernetes/kustomize/kustomizations.ts'
import { readDocuments } from '../../../core/kubernetes/yaml/read-documents.ts'
import { SourceFile } from '../../../core/source/source-file.ts'
import { matchesGolden } from '../../support/golden.ts'
import { KUSTOMIZE, realBuild } from './kustomize-binary.ts'

const BUILDS = fileURLToPath(new URL('builds', import.meta.url))
const stories = readdirSync(BUILDS, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)

/** JSON with sorted keys. A key without a value, and annotations without any, are as good as none. */
function comparable(value: Value): unknown {
  if (isSequence(value)) return value.items.map(comparable)
  if (!isMapping(value)) return 'value' in value ? value.value : value.kind
  const entries = [...value.entries].filter(
    ([key, item]) =>
      item.kind !== 'null' && !(key === 'annotations' && isMapping(item) && item.entries.size === 0),
  )
  return Object.fromEntries(
    entries.map(([key, item]) => [key, comparable(item)] as const).sort(([a], [b]) => (a < b ? -1 : 1)),
  )
}

/** Objects of a build in any order: applying them asks for none. */
function objectsOf(values: readonly Value[]): readonly string[] {
  return values.map((value) => JSON.stringify(comparable(value), null, 2)).sort()
}

function printedObjects(text: string, path: string): readonly string[] {
  const { documents, problems } = readDocuments(new SourceFile(path, text))
  assert.deepEqual(problems, [])
  return objectsOf(documents)
}

describe('Kustomize: the same objects as the real one', () => {
  const { sets, problems } = kustomizations(diskTree(BUILDS), '')

  for (const story of stories) {
    const golden = path.join(BUILDS, `${story}.golden.yaml`)

    it(`${story}: as kustomize printed it`, () => {
      if (process.env.RECORD && KUSTOMIZE)
        matchesGolden(realBuild(KUSTOMIZE, path.join(BUILDS, story, 'build')), golden)
      const printed = printedObjects(readFileSync(golden, 'utf8'), golden)
      const built = sets.find(({ id }) => id === `${story}/build`)!
      assert.deepEqual(objectsOf(built.manifests.map(({ value }) => value)), printed)
    })

    it(`${story}: as the kustomize here prints it`, function () {
      if (!KUSTOMIZE) this.skip()
      const here = realBuild(KUSTOMIZE, path.join(BUILDS, story, 'build'))
      assert.deepEqual(printedObjects(here, golden), printedObjects(readFileSync(golden, 'utf8'), golden))
    })
  }

  it('finds nothing wrong in any of them', () => {
    assert.deepEqual(
      problems.map(({ message, range }) => `${range.source.path}: ${message}`),
      [],
    )
  })

  after(() => {
    if (!KUSTOMIZE)
      process.stdout.write(
        `      ${stories.length} builds not compared with kustomize itself: there is none here\n`,
      )
  })
})
