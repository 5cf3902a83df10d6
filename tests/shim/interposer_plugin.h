/* A plugin that was compiled against bare NSS. */

#ifndef TESTS_SHIM_INTERPOSER_PLUGIN_H_
#define TESTS_SHIM_INTERPOSER_PLUGIN_H_

#ifdef __cplusplus
extern "C" {
#endif

/* 0 when NSS does what is asked of it, otherwise its error. */
int plugin_uses_nss(void);
void plugin_keeps_slot(void);
void plugin_frees_slot(void);
/* The errors of NSS_NoDB_Init and NSS_Shutdown; 0 where one of them succeeded. */
int plugin_brings_nss_up(void);
int plugin_takes_nss_down(void);

#ifdef __cplusplus
}
#endif

#endif /* TESTS_SHIM_INTERPOSER_PLUGIN_H_ */
