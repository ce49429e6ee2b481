export type { Entries } from './entries.ts'
export {
  firstOf,
  isChosen,
  keyText,
  type Piece,
  plainText,
  type SnippetChoice,
  snippetText,
  stringContent,
} from './piece.ts'
export type { Place, PlaceRequest, TagPlacement } from './place.ts'
export { applyEdits, inOrder, type SourceEdit } from './source-edit.ts'
export { tagPlaces } from './tag-places.ts'
