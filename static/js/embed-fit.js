// For a page that embeds cards of this site: each frame takes the height its card tells.
{
  const { origin } = new URL(document.currentScript.src);
  const frames = () => [...document.querySelectorAll("iframe")].filter((frame) => frame.src.startsWith(`${origin}/embed/`));
  addEventListener("message", ({ data, origin: from, source }) => {
    const height = from === origin && data && data.embedHeight;
    if (height > 0) for (const frame of frames()) if (frame.contentWindow === source) frame.height = height;
  });
  // A card that was there before this script has told already.
  for (const frame of frames()) frame.contentWindow.postMessage("height", "*");
}
