# The AWS CLI without a new process for each call: reads calls as lines of JSON and answers each with one.
import contextlib
import io
import json
import os
import sys
import traceback

from awscli.clidriver import create_clidriver

# The CLI finds its own data by a variable that it sets itself when it is loaded.
OWN = {name: value for name, value in os.environ.items() if name == "AWS_DATA_PATH"}
answers = sys.stdout
loader = None
for line in sys.stdin:
    call = json.loads(line)
    for name in [name for name in os.environ if name.startswith("AWS_")]:
        del os.environ[name]
    os.environ.update({**call["env"], **OWN})
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            driver = create_clidriver()
            # Models that were read for one call serve all later ones.
            loader = loader or driver.session.get_component("data_loader")
            driver.session.register_component("data_loader", loader)
            code = driver.main(call["args"])
        except SystemExit as end:
            code = end.code
        except Exception:
            traceback.print_exc()
            code = 255
    print(json.dumps({"code": code, "stdout": out.getvalue(), "stderr": err.getvalue()}), file=answers, flush=True)
