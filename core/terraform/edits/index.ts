export type { Entries } from './entries.ts'
export { type NestedPlacement, type NestedTags, nestedTags } from './nested-tags.ts'
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
export { blockAt, isEditable, type Place, type PlaceRequest, type TagPlacement } from './place.ts'
export { applyEdits, inOrder, type SourceEdit } from './source-edit.ts'
export { tagPlaces } from './tag-places.ts'
