/** A part of a picture's width or height: `37.5%`. */
export const percent = (share: number): string => `${Math.round(share * 1e5) / 1e3}%`
