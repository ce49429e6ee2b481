// Runs inside the extension host, where VS Code calls run(); the report goes where ASCRIBE_E2E_REPORT says.
export async function run(): Promise<void> {
  const { default: Mocha } = await import('mocha')
  const mocha = new Mocha({
    ui: 'bdd',
    timeout: 90_000,
    reporter: 'json',
    reporterOptions: { output: process.env.ASCRIBE_E2E_REPORT },
  })
  mocha.suite.emit('pre-require', globalThis, '', mocha)
  await import('./editor.ts')
  const failures = await new Promise<number>((resolve) => {
    mocha.run(resolve)
  })
  if (failures > 0) throw new Error(`${failures} tests failed`)
}
