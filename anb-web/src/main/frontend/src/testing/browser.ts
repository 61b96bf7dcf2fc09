// What browsers have and jsdom has not. Has to be imported before what uses it.
Object.assign(globalThis, {
  CSS: { escape: (text: string) => text.replaceAll(/[^\w-]/g, (sign) => `\\${sign}`) },
  matchMedia: () => Object.assign(new EventTarget(), { matches: false }),
});
