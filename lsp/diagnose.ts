import { diagnosticsOf } from '../core/index.ts'
import type { Editor } from './editor.ts'
import type { Session } from './session.ts'
import type { Sessions } from './sessions.ts'
import { toDiagnostic } from './to-protocol.ts'

/** Tells the editor what is to be said about a file. */
export function diagnose(editor: Editor, sessions: Sessions, session: Session, path: string): void {
  const { folder, workspace, published, unpublished } = session
  unpublished.delete(path)
  const uri = folder.uriOf(path)
  if (sessions.all().length > 1 && sessions.at(uri)?.session !== session) return
  const diagnostics = diagnosticsOf(workspace.at(path), editor.settings.diagnostics).map((diagnostic) =>
    toDiagnostic(diagnostic, folder, (rule) =>
      editor.rulePages === undefined ? undefined : `${editor.rulePages}${rule}.md`,
    ),
  )
  if (diagnostics.length === 0 && !published.delete(path)) return
  if (diagnostics.length > 0) published.add(path)
  const version = editor.documents.get(uri)?.version
  void editor.connection.sendDiagnostics({ uri, diagnostics, ...(version !== undefined && { version }) })
}
