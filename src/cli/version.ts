import manifest from "../../package.json" with { type: "json" };

export const VERSION: string = manifest.version;
/** How machine formats name the tool. */
export const TOOL = `landfall ${VERSION}`;
