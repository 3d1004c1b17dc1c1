/** How the log of a CI system is told where a part begins and ends that it may fold. */
export interface Sections {
  /** The line that opens one; `seconds` since 1970. */
  open(title: string, seconds: number): string;
  close(seconds: number): string;
}

// Source: GitHub Docs, "Workflow commands for GitHub Actions", "Grouping log lines".
const GITHUB: Sections = { open: (title) => `::group::${title}`, close: () => "::endgroup::" };
// Source: Microsoft Learn, "Logging commands", "Formatting commands".
const AZURE: Sections = { open: (title) => `##[group]${title}`, close: () => "##[endgroup]" };

const CLEAR = "\r\u001B[0K";
// Source: GitLab Docs, "Job logs", "Custom collapsible sections".
const GITLAB: Sections = {
  open: (title, seconds) => `${CLEAR.slice(1)}section_start:${seconds}:landfall${CLEAR}${title}`,
  close: (seconds) => `${CLEAR.slice(1)}section_end:${seconds}:landfall${CLEAR}`,
};

/** Those of the CI system that runs this, by the variable that each sets; undefined elsewhere. */
export function sectionsIn(env: Readonly<Record<string, string | undefined>>): Sections | undefined {
  if (env["GITHUB_ACTIONS"] === "true") return GITHUB;
  if (env["GITLAB_CI"] === "true") return GITLAB;
  return env["TF_BUILD"] === "True" ? AZURE : undefined;
}
