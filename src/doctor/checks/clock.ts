import { type Check, fail, ok, skip, warn } from "../check.ts";

/** AWS refuses requests that are signed five minutes off. Source: AWS Signature Version 4, "Request can expire". */
const REFUSED_SECONDS = 300;
const NOTICED_SECONDS = 60;

/** This machine's clock against that of AWS, by the answer to the last call. */
export const clock: Check = {
  name: "clock",
  needs: ["credentials"],
  async run({ aws }) {
    const skew = aws.skew();
    if (skew === undefined) return [skip("AWS's answers carried no time")];
    const seconds = Math.round(Math.abs(skew) / 1000);
    const text = `${seconds} s ${skew > 0 ? "behind" : "ahead of"} AWS's`;
    if (seconds >= REFUSED_SECONDS) return [fail(`${text}: AWS refuses what is signed that far off`, "Set the clock, for example by NTP.")];
    return [seconds >= NOTICED_SECONDS ? warn(text, "Set the clock, for example by NTP.") : ok(seconds <= 1 ? "agrees with AWS's" : text)];
  },
};
