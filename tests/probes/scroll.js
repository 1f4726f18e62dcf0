// Scrolls to the end of the page and back, as a reader does, and waits for the pictures that come into view.
async () => {
  const frames = () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
  for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight) {
    scrollTo(0, y);
    await frames();
  }
  // A picture that is not shown, in a tab that is not chosen, does not load, and waiting for it would never end.
  const seen = [...document.images].filter(image => image.checkVisibility() && image.clientWidth);
  await Promise.all(seen.map(image => image.decode().catch(() => {})));
  scrollTo(0, 0);
  await frames();
  return window.shifts;
}
