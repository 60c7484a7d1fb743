/* MODEL.onnx X.npy Y.npy: the outputs of a model by ONNX Runtime on one thread, from and to float32 arrays: the smallest program that does what "eqnn network eval" does. */
#include <onnxruntime_c_api.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const OrtApi *ort;

static void check(OrtStatus *status) {
  if (status) {
    fprintf(stderr, "%s\n", ort->GetErrorMessage(status));
    exit(2);
  }
}

/* The header of an array: its shape; the file stands behind it. */
static size_t shape_of(FILE *file, int64_t *shape) {
  unsigned char start[10];
  char text[65536];
  if (fread(start, 1, 10, file) != 10) exit(2);
  size_t length = start[8] + 256 * (size_t)start[9];
  if (fread(text, 1, length, file) != length) exit(2);
  text[length] = 0;
  size_t axes = 0;
  for (char *at = strchr(text, '(') + 1; *at && *at != ')';) {
    char *end;
    long long n = strtoll(at, &end, 10);
    if (end == at) { at++; continue; }
    shape[axes++] = n;
    at = end;
  }
  return axes;
}

int main(int argc, char **argv) {
  if (argc != 4) return 2;
  ort = OrtGetApiBase()->GetApi(ORT_API_VERSION);
  FILE *file = fopen(argv[2], "rb");
  if (!file) return 2;
  int64_t shape[16];
  size_t axes = shape_of(file, shape), count = 1;
  for (size_t i = 0; i < axes; i++) count *= shape[i];
  float *data = malloc(count * sizeof(float));
  if (fread(data, sizeof(float), count, file) != count) return 2;
  fclose(file);

  OrtEnv *env;
  OrtSessionOptions *options;
  OrtSession *session;
  OrtMemoryInfo *memory;
  OrtValue *input, *output = NULL;
  OrtAllocator *allocator;
  char *from, *to;
  check(ort->CreateEnv(ORT_LOGGING_LEVEL_ERROR, "race", &env));
  check(ort->CreateSessionOptions(&options));
  check(ort->SetIntraOpNumThreads(options, 1));
  check(ort->CreateSession(env, argv[1], options, &session));
  check(ort->GetAllocatorWithDefaultOptions(&allocator));
  check(ort->SessionGetInputName(session, 0, allocator, &from));
  check(ort->SessionGetOutputName(session, 0, allocator, &to));
  check(ort->CreateCpuMemoryInfo(OrtArenaAllocator, OrtMemTypeDefault, &memory));
  check(ort->CreateTensorWithDataAsOrtValue(memory, data, count * sizeof(float), shape, axes, ONNX_TENSOR_ELEMENT_DATA_TYPE_FLOAT, &input));
  check(ort->Run(session, NULL, (const char *const *)&from, (const OrtValue *const *)&input, 1, (const char *const *)&to, 1, &output));

  OrtTensorTypeAndShapeInfo *info;
  float *result;
  check(ort->GetTensorTypeAndShape(output, &info));
  check(ort->GetDimensionsCount(info, &axes));
  check(ort->GetDimensions(info, shape, axes));
  check(ort->GetTensorShapeElementCount(info, &count));
  check(ort->GetTensorMutableData(output, (void **)&result));
  char header[1024], list[512] = "";
  for (size_t i = 0; i < axes; i++) sprintf(list + strlen(list), "%lld, ", (long long)shape[i]);
  sprintf(header, "{'descr': '<f4', 'fortran_order': False, 'shape': (%s), }", list);
  size_t length = strlen(header), total = (10 + length + 1 + 63) / 64 * 64;
  memset(header + length, ' ', total - 10 - length);
  header[total - 11] = '\n';
  unsigned char start[10] = {0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, (unsigned char)((total - 10) % 256), (unsigned char)((total - 10) / 256)};
  file = fopen(argv[3], "wb");
  if (!file) return 2;
  fwrite(start, 1, 10, file);
  fwrite(header, 1, total - 10, file);
  fwrite(result, sizeof(float), count, file);
  return fclose(file) ? 2 : 0;
}
