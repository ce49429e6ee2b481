/**
 * The editors that the end-to-end tests run in, by the version of the code-server package that carries them: the
 * oldest and the newest of those that start without the internet. `node` is what they need beyond the Node at hand.
 */
export const EDITORS: Readonly<
  Record<string, { readonly vscode: string; readonly node: string | undefined }>
> = {
  '4.104.0': { vscode: '1.104.0', node: undefined },
  '4.139.1': { vscode: '1.139.1', node: '24.21.0' },
}

/** From the repository's root; git-ignored. */
export const HOME = '.vscode-e2e'
