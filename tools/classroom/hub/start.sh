#!/bin/sh
# Starts a learner's server, with the learner's own rights. Its words go to jupyterhub-singleuser.
#
# COURSE_PYTHON    the Python with jupyterhub and the course's packages (python3)
# COURSE_MEMORY    kB of address space for each process (3000000)
# COURSE_UPDATES   checkout: the home is made from this checkout at each start
#                  nbgitpuller: the course in the home is a clone that links of nbgitpuller made
set -eu
here=$(cd "$(dirname "$0")" && pwd)
course=$(cd "$here/../../.." && pwd)
own="$HOME/image-course"
python="${COURSE_PYTHON:-python3}"
export JUPYTER_CONFIG_PATH="$course/tools/jupyter${JUPYTER_CONFIG_PATH:+:$JUPYTER_CONFIG_PATH}"

if [ "${COURSE_UPDATES:-checkout}" = nbgitpuller ]; then
    export PYTHONPATH="$own"
    # After each pull, git puts missing exercises into work/
    export GIT_CONFIG_COUNT=1 GIT_CONFIG_KEY_0=core.hooksPath GIT_CONFIG_VALUE_0="$here/hooks"
    cd "$HOME"
else
    export PYTHONPATH="$course" COURSE_WORK="$own/work"
    "$python" -P -m tools.classroom.hub.home "$own"
    cd "$own"
fi
ulimit -v "${COURSE_MEMORY:-3000000}"
exec "$python" -P -m jupyterhub.singleuser "$@"
