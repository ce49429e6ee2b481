import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { Editor } from './editor.ts'
import { fetchInto } from './fetched-modules.ts'
import { openSession, type Session } from './session.ts'

/** The folders of the editor's workspace. */
export interface Sessions {
  all(): readonly Session[]
  open(uri: string): void
  close(uri: string): void
  /** The session of the innermost folder around a file, else one whose git work tree holds it. */
  at(uri: string): { readonly session: Session; readonly path: string } | undefined
  /** The editor's text of a document holds from now on. */
  takeBuffer(document: TextDocument): void
  /** What is on disk holds again. */
  dropBuffer(document: TextDocument): void
  /** These files on disk may have changed. */
  diskChanged(uris: readonly string[]): void
  /** Fetches the modules that are called and lack. */
  fetchModules(): Promise<void>
}

export function sessionsFor(editor: Editor): Sessions {
  const sessions = new Map<string, Session>()

  return {
    all: () => [...sessions.values()],
    open(uri) {
      if (!uri.startsWith('file:') || sessions.has(uri)) return
      try {
        const session = openSession(uri, editor.prices, editor.trusted)
        sessions.set(uri, session)
        for (const document of editor.documents.all()) takeInto(session, document)
      } catch (error) {
        editor.connection.console.error(`${uri}: ${error instanceof Error ? error.message : String(error)}`)
      }
    },
    close(uri) {
      const session = sessions.get(uri)
      if (!session) return
      sessions.delete(uri)
      for (const path of session.published)
        void editor.connection.sendDiagnostics({ uri: session.folder.uriOf(path), diagnostics: [] })
    },
    at(uri) {
      const inOrder = [...sessions.values()].sort((a, b) => b.folderUri.length - a.folderUri.length)
      const around = inOrder.find(({ folderUri }) => uri.startsWith(`${folderUri.replace(/\/$/, '')}/`))
      for (const session of around ? [around] : inOrder) {
        const path = session.folder.pathOf(uri)
        if (path !== undefined) return { session, path }
      }
      return undefined
    },
    takeBuffer(document) {
      for (const session of sessions.values()) takeInto(session, document)
    },
    dropBuffer({ uri }) {
      for (const { folder, workspace } of sessions.values()) {
        const path = folder.pathOf(uri)
        if (path === undefined) continue
        const typed = folder.buffer(path)
        folder.setBuffer(path, undefined)
        folder.diskChanged()
        if (folder.tree.read(path) !== typed) workspace.invalidate([path])
      }
    },
    diskChanged(uris) {
      for (const { folder, workspace } of sessions.values()) {
        const paths = uris
          .flatMap((uri) => folder.pathOf(uri) ?? [])
          .filter((path) => !/(^|\/)(\.git|node_modules)(\/|$)/.test(path))
          .filter((path) => folder.buffer(path) === undefined)
        folder.diskChanged()
        workspace.invalidate(paths)
      }
    },
    async fetchModules() {
      for (const [uri, session] of [...sessions]) {
        const { tree, below } = session.folder
        const grown = openSession(uri, editor.prices, editor.trusted, await fetchInto(tree, below))
        if (sessions.get(uri) !== session) continue
        for (const path of session.published) grown.unpublished.add(path)
        for (const path of session.published) grown.published.add(path)
        sessions.set(uri, grown)
        for (const document of editor.documents.all()) takeInto(grown, document)
      }
    },
  }
}

function takeInto({ folder, workspace }: Session, document: TextDocument): void {
  const path = folder.pathOf(document.uri)
  if (path === undefined) return
  const text = document.getText()
  const isAsOnDisk = folder.buffer(path) === undefined && folder.tree.read(path) === text
  folder.setBuffer(path, text)
  if (!isAsOnDisk) workspace.invalidate([path])
}
