/* The headers on npm leave experimental functions out. Node 20 has this one, and node-addon-api's finalizers
   need it as soon as a module declares the experimental Node-API. */
#include <js_native_api.h>
#define NODE_API_EXPERIMENTAL_HAS_POST_FINALIZER
extern "C" napi_status node_api_post_finalizer(node_api_basic_env env, napi_finalize finalize_cb,
                                               void *finalize_data, void *finalize_hint);
