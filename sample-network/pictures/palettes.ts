/** A brand's colours. `ink` is what is written on `paper`; dark papers have a light ink. */
export interface Palette {
  readonly paper: string;
  readonly ink: string;
  readonly main: string;
  readonly second: string;
  readonly accent: string;
  /** Nearly white, for highlights and glass. */
  readonly light: string;
  /** Nearly black, for shadows and details. */
  readonly shade: string;
}

function palette(colours: string): Palette {
  const [paper = '', ink = '', main = '', second = '', accent = '', light = '', shade = ''] = colours
    .split(' ')
    .map((colour) => `#${colour}`);
  return { paper, ink, main, second, accent, light, shade };
}

//                 paper  ink    main   second accent light  shade
export const palettes = {
  clay: palette('f3e6da 4b2a1f c4623f e7b08e 5f7d5c fffaf4 3a2018'),
  moss: palette('edf1e2 24402d 5c8c50 b6cf98 e3a53c fcfdf6 1e3325'),
  forest: palette('14382f f2e9d0 2f7d5f 79b08a f0b35a fdf8ea 0c241e'),
  olive: palette('f1eedc 45451f 8a8b3c c9c57f c0603a fdfcf1 33331a'),
  mint: palette('e0f3ec 0f4a42 2fa58a 9cdcc8 ff8a63 fbfffd 0d3a35'),
  teal: palette('dff0f0 0b4650 17808c 86c7c8 f4a340 fafffe 093840'),
  sea: palette('e4f1f6 123c5a 2389b4 9fd3e3 ffc15e ffffff 0e2f47'),
  sky: palette('e4effb 1b3a70 4a8ae0 a9cdf6 ffb03a ffffff 162d56'),
  cobalt: palette('e9ecfb 1a2a7a 3450d2 9fb0f2 ff7a4d ffffff 141f5c'),
  night: palette('1c2143 fbeecb 4a56a6 8c97dd ffc657 fff9e6 0f1230'),
  slate: palette('e9edf0 23323e 4f6b7e a9bcc8 e0703f ffffff 1b2731'),
  noir: palette('191716 f0e3c8 8a6d3b cdb074 e8c987 fffaf0 0a0909'),
  plum: palette('3a1e47 f9e6dd 8c4a9e c893cf ff9f6b fff6f2 230f2d'),
  lilac: palette('efe9fb 3d2a72 8060d0 c8b6f3 ff8fa3 ffffff 2c1e55'),
  berry: palette('fbe6ea 5d1230 b8305c ec9db0 f0a63c fffafb 420c22'),
  rose: palette('fbebe8 6a2f3b d98089 f2c0bd b98a44 fffdfc 4b2029'),
  cherry: palette('fceae6 5a1414 d33a34 f5a79a f2b23e fffcfa 3f0e0e'),
  coral: palette('ffece4 6b2420 f0664c ffb8a0 2f9c95 fffdfb 4c1a18'),
  saffron: palette('fdf0d5 5c3a0c e09418 f6cf7a b4462c fffcf3 402808'),
  citrus: palette('fbf5cf 3d4511 e2b714 f3dd6b 3f9d6b fffef2 2d330d'),
  sand: palette('f5eddd 51402a c29a63 e3cba0 6a8f8b fffcf5 3b2e1e'),
  stone: palette('eceae6 36332e 8a857a c9c4b9 d0714a ffffff 292722'),
  dusk: palette('f6e4e6 3a2457 7a5aa8 e8a7a8 f7b267 fff8f3 28183f'),
} as const satisfies Record<string, Palette>;

export type PaletteName = keyof typeof palettes;
