import { createRequire } from 'node:module'
import { parentPort, workerData } from 'node:worker_threads'
import { type FuzzedScript, type FuzzOrder, fuzz } from './fuzz.ts'

/** What the thread that watches this one gives it; `current` and `runs` are shared with it. */
export interface WorkerOrder extends FuzzOrder {
  readonly script: string
  readonly current: SharedArrayBuffer
  readonly runs: SharedArrayBuffer
}

const { script, current, runs, ...order } = workerData as WorkerOrder
const load = () => createRequire(import.meta.url)(script) as FuzzedScript
const length = new Uint32Array(current, 0, 1)
const text = Buffer.from(current, 4)
const count = new Int32Array(runs)

parentPort?.postMessage(
  fuzz(load, script, order, (tried) => {
    // Should it never end, the other thread can still say on what.
    length[0] = text.write(tried, 'utf16le')
    Atomics.add(count, 0, 1)
  }),
)
