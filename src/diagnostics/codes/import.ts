import type { CodeEntry } from "../code.ts";

/** 6xxx: a foreign configuration cannot be imported. */
export const IMPORT_CODES = [
  {
    code: "LF6001",
    title: "The folder holds no configuration that can be imported",
    why: "`landfall init --from FORMAT DIR` reads the files of that format from DIR itself; one of them is missing, or DIR does not exist.",
    fix: "Name the folder that holds the files, for Landing Zone Accelerator organization-config.yaml and accounts-config.yaml.",
  },
  {
    code: "LF6002",
    title: "A file of the foreign configuration cannot be read",
    why: "The file exists, but it is no UTF-8 text, is not readable, is far too large, or leads out of the folder by a symbolic link. An import reads nothing outside of the named folder.",
    fix: "Make the file readable, or copy what it points to into the folder.",
  },
  {
    code: "LF6003",
    title: "A file of the foreign configuration is not YAML",
    why: "A YAML reader cannot make sense of the file at the place shown, or the same key stands twice in one mapping. Nothing is imported, because what stands after the mistake would be lost.",
    fix: "Correct the file at the place shown; the tool it was written for refuses it too.",
  },
  {
    code: "LF6004",
    title: "An included file is refused",
    why: "A tag such as `!include` names a file that does not exist, that lies outside of the imported folder, or that includes itself.",
    fix: "Copy the file into the folder, or correct the path; paths count from the including file.",
  },
  {
    code: "LF6005",
    title: "A part of the foreign configuration has the wrong shape",
    why: "Where the format asks for a list or a mapping stands something else, so the import cannot tell what is meant.",
    fix: "Correct the file at the place shown.",
  },
  {
    code: "LF6006",
    title: "The sums of an import are off",
    why: "Everything an import finds is either carried into the organization file or listed as not carried, and landfall counts both. Here a thing got lost in between, which is a defect of landfall; nothing was written.",
    fix: "Report it, with the part of the configuration that the message names.",
  },
] as const satisfies readonly CodeEntry[];
