import { type SpawnSyncReturns, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { ChartRenderer, ChartRequest, RenderedChart, SourceTree } from '../../core/index.ts'

const TIMEOUT_MS = 30_000
const MAX_OUTPUT_BYTES = 32 * 1024 * 1024
const MAX_FILES = 2_000
const MAX_CHART_CHARACTERS = 16 * 1024 * 1024
const MAX_DEPTH = 12

/** What helm itself takes for a release and Kubernetes for a namespace; nothing of it can be mistaken for a flag. */
const RELEASE = /^[a-z0-9](?:[-a-z0-9.]{0,51}[a-z0-9])?$/
const NAMESPACE = /^[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?$/

/**
 * Renders charts with `helm template`, on a copy of exactly the chart's files of this tree, in a folder of its own that is
 * removed afterwards. Helm gets no configuration, plugins, cluster, registry or post-renderer of the machine: its
 * environment is made anew, and proxies that lead nowhere keep it from the network. A chart's dependencies are those in its
 * `charts/` folder.
 */
export function helmRenderer(tree: SourceTree, program = 'helm'): ChartRenderer {
  return (request) => {
    const wrong = mistakeIn(request)
    if (wrong) return failed(wrong)
    const folder = mkdtempSync(path.join(tmpdir(), 'ascribe-helm-'))
    try {
      return render(request, tree, program, folder)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }
}

/** A tree whose charts can be rendered, where the configuration allows it. */
export function withCharts(tree: SourceTree): SourceTree {
  return { ...tree, renderChart: helmRenderer(tree) }
}

const failed = (because: string): RenderedChart => ({ kind: 'failed', because })

function mistakeIn({ release, namespace }: ChartRequest): string | undefined {
  if (!RELEASE.test(release)) return `"${release}" is no name of a release`
  return namespace === undefined || NAMESPACE.test(namespace)
    ? undefined
    : `"${namespace}" is no name of a namespace`
}

function render(request: ChartRequest, tree: SourceTree, program: string, folder: string): RenderedChart {
  const chart = path.join(folder, 'chart')
  const tooMuch = copyChart(tree, request.chart, chart)
  if (tooMuch) return failed(tooMuch)
  const values: string[] = []
  const addValues = (text: string) => {
    const file = path.join(folder, `values-${values.length}.yaml`)
    writeFileSync(file, text)
    values.push(file)
  }
  for (const file of request.valueFiles) {
    const text = tree.read(file)
    if (text === undefined) return failed(`there is no file "${file}" with its values`)
    addValues(text)
  }
  if (request.values !== undefined) addValues(request.values)
  const result = spawnSync(
    program,
    [
      'template',
      '--skip-tests',
      ...(request.namespace === undefined ? [] : ['--namespace', request.namespace]),
      ...values.flatMap((file) => ['--values', file]),
      '--',
      request.release,
      chart,
    ],
    {
      cwd: folder,
      encoding: 'utf8',
      env: environment(folder),
      maxBuffer: MAX_OUTPUT_BYTES,
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: TIMEOUT_MS,
      killSignal: 'SIGKILL',
    },
  )
  return outcome(result, program, folder)
}

function outcome(
  { error, status, stdout, stderr }: SpawnSyncReturns<string>,
  program: string,
  folder: string,
): RenderedChart {
  const code = error && 'code' in error ? error.code : undefined
  if (code === 'ENOENT') return failed(`there is no program "${program}"`)
  if (code === 'ETIMEDOUT') return failed(`helm took more than ${TIMEOUT_MS / 1000} seconds`)
  if (code === 'ENOBUFS') return failed(`helm printed more than ${MAX_OUTPUT_BYTES / 1024 / 1024} MiB`)
  if (status === 0) return { kind: 'rendered', text: stdout }
  const said = stderr.split('\n').find((line) => line.startsWith('Error:')) ?? stderr.split('\n')[0] ?? ''
  return failed(
    `helm says: ${said
      .replace(/^Error: /, '')
      .replaceAll(`${folder}/`, '')
      .slice(0, 500)}`,
  )
}

function environment(folder: string): NodeJS.ProcessEnv {
  const nowhere = 'http://127.0.0.1:9'
  return {
    PATH: process.env.PATH,
    HOME: folder,
    HELM_CACHE_HOME: path.join(folder, 'cache'),
    HELM_CONFIG_HOME: path.join(folder, 'config'),
    HELM_DATA_HOME: path.join(folder, 'data'),
    HELM_PLUGINS: path.join(folder, 'plugins'),
    KUBECONFIG: path.join(folder, 'kubeconfig'),
    HTTP_PROXY: nowhere,
    HTTPS_PROXY: nowhere,
    ...(process.platform === 'win32'
      ? { SystemRoot: process.env.SystemRoot, TEMP: folder, TMP: folder }
      : {}),
  }
}

/** Why a chart is not copied, where that is so. */
function copyChart(tree: SourceTree, from: string, to: string): string | undefined {
  let files = 0
  let characters = 0
  const copy = (directory: string, target: string, depth: number): string | undefined => {
    if (depth > MAX_DEPTH) return `its folders are nested more than ${MAX_DEPTH} deep`
    mkdirSync(target, { recursive: true })
    for (const { name, kind } of tree.list(directory)) {
      const inner = directory === '' ? name : `${directory}/${name}`
      if (kind === 'directory') {
        const wrong = copy(inner, path.join(target, name), depth + 1)
        if (wrong) return wrong
        continue
      }
      const text = tree.read(inner)
      if (text === undefined) continue
      files++
      characters += text.length
      if (files > MAX_FILES) return `it has more than ${MAX_FILES} files`
      if (characters > MAX_CHART_CHARACTERS) return `it has more than ${MAX_CHART_CHARACTERS} characters`
      writeFileSync(path.join(target, name), text)
    }
    return undefined
  }
  return copy(from, to, 0)
}
