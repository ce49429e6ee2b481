import type {
  CodeLens,
  CompletionItem,
  Diagnostic,
  Hover,
  InlayHint,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver/node.js'
import { CompletionItemKind, InsertTextFormat, MarkupKind } from 'vscode-languageserver/node.js'
import type {
  EditorCompletion,
  EditorDiagnostic,
  EditorEdit,
  EditorHover,
  EditorInlayHint,
  EditorLens,
  EditorRange,
} from '../core/index.ts'
import type { FolderTree } from './folder-tree.ts'

/** `rulePage`: where a rule is explained. */
export function toDiagnostic(
  { range, severity, source, code, message, relatedInformation }: EditorDiagnostic,
  folder: FolderTree,
  rulePage: (rule: string) => string | undefined,
): Diagnostic {
  const href = code === undefined ? undefined : rulePage(code)
  return {
    range,
    severity,
    source,
    message,
    ...(code !== undefined && { code }),
    ...(href !== undefined && { codeDescription: { href } }),
    ...(relatedInformation.length > 0 && {
      relatedInformation: relatedInformation.map(({ place, message: said }) => ({
        message: said,
        location: { uri: folder.uriOf(place.path), range: place.range },
      })),
    }),
  }
}

export function toCodeLens({ range, title }: EditorLens, uri: string): CodeLens {
  return { range, command: { title, command: 'ascribe.showResource', arguments: [uri, range] } }
}

export function toInlayHint({ position, label }: EditorInlayHint): InlayHint {
  return { position, label, paddingLeft: true }
}

export function toHover({ range, markdown }: EditorHover): Hover {
  return { range, contents: { kind: MarkupKind.Markdown, value: markdown } }
}

export function toCompletion(item: EditorCompletion, range: EditorRange, snippets: boolean): CompletionItem {
  const isSnippet = item.isSnippet && snippets
  return {
    label: item.label,
    kind: item.kind === 'property' ? CompletionItemKind.Property : CompletionItemKind.Value,
    insertTextFormat: isSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    textEdit: { range, newText: isSnippet ? item.insert : item.plain },
    sortText: String(item.rank).padStart(4, '0'),
    ...(item.detail !== undefined && { detail: item.detail }),
  }
}

export function toWorkspaceEdit(edits: readonly EditorEdit[], folder: FolderTree): WorkspaceEdit {
  const changes: Record<string, TextEdit[]> = {}
  for (const { path, range, newText } of edits) {
    const uri = folder.uriOf(path)
    const ofFile = changes[uri] ?? []
    changes[uri] = ofFile
    ofFile.push({ range, newText })
  }
  return { changes }
}
