# syntax=docker/dockerfile:1
# The origin. Beside it belongs an nginx that shares its volume: deploy/compose.yaml. To paint with models on a
# GPU: --build-arg EXTRAS=s3,postgres,redis,diffusers, as in deploy/compose.gpu.yaml; it is gigabytes larger.

FROM python:3.13-slim AS wheels
ARG EXTRAS=s3,postgres,redis
WORKDIR /source
COPY pyproject.toml constraints.txt README.md LICENSE NOTICE ./
COPY src ./src
RUN --mount=type=cache,target=/root/.cache/pip \
    pip wheel --wheel-dir /wheels --constraint constraints.txt ".[${EXTRAS}]"

FROM python:3.13-slim
LABEL org.opencontainers.image.title="imgorigin" \
      org.opencontainers.image.description="A self-hosted image CDN origin whose URLs are prompts." \
      org.opencontainers.image.source="https://github.com/imgorigin/imgorigin" \
      org.opencontainers.image.licenses="Apache-2.0"

# Of fixed numbers, for whoever shares the volume: nginx reads the pictures as a member of the group.
RUN groupadd --gid 10001 imgorigin \
    && useradd --uid 10001 --gid 10001 --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin imgorigin \
    && install --directory --owner=10001 --group=10001 --mode=0750 /data /models

RUN --mount=type=bind,from=wheels,source=/wheels,target=/wheels \
    pip install --no-cache-dir --no-index /wheels/*.whl

ENV IMGORIGIN_HOST=0.0.0.0 \
    IMGORIGIN_PORT=8000 \
    IMGORIGIN_DATA=/data \
    HF_HOME=/models
USER 10001:10001
VOLUME /data
EXPOSE 8000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s CMD ["python", "-c", "import http.client, os, sys; ask = http.client.HTTPConnection('127.0.0.1', int(os.environ['IMGORIGIN_PORT']), timeout=4); ask.request('GET', '/readyz'); sys.exit(ask.getresponse().status != 200)"]
ENTRYPOINT ["imgorigin"]
CMD ["serve"]
