import { createConnection, ProposedFeatures } from 'vscode-languageserver/node.js'
import { embeddedPriceBook } from '../cli/price-book.ts'
import packageJson from '../package.json' with { type: 'json' }
import { serve } from './server.ts'

/** How to speak with the editor is in the arguments: `--stdio`, or `--node-ipc` where Node started the process. */
serve(createConnection(ProposedFeatures.all), { prices: embeddedPriceBook(), version: packageJson.version })
