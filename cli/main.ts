#!/usr/bin/env node
import module from 'node:module'
import { cacheFolder } from '../modules/cache-folder.ts'

// A third of the time of a short run is the compiler's. Node 22 and later keep what it made, in a folder that nobody else
// writes to: whoever could, could have us run what they like.
const { enableCompileCache } = module as { enableCompileCache?: (folder: string) => unknown }
enableCompileCache?.(cacheFolder('compiled'))

const { run } = await import('./run.ts')
process.exitCode = await run(process.argv.slice(2))
