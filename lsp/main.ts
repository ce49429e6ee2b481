import { createConnection, ProposedFeatures } from 'vscode-languageserver/node.js'
import { embeddedPriceBook } from '../cli/price-book.ts'
import packageJson from '../package.json' with { type: 'json' }
import { keepHeapSmall } from './heap.ts'
import { serve } from './server.ts'

keepHeapSmall()
/** How to speak with the editor is in the arguments: `--stdio`, or `--node-ipc` where Node started the process. */
serve(createConnection(ProposedFeatures.all), { prices: embeddedPriceBook(), version: packageJson.version })
