// npm run new pricer TYPE
// Lays out the files of something new; what they are for is in docs/adding-a-resource.md.
import { writePricer } from './pricer.ts'

const [kind, name, ...more] = process.argv.slice(2)
if (kind !== 'pricer' || name === undefined || more.length > 0) {
  console.error('usage: npm run new pricer TYPE')
  process.exit(2)
}
try {
  writePricer(name)
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exit(1)
}
