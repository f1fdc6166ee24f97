# Writes OUTPUT, which tells ctest of the suites of PROGRAM. A suite is one test of ctest: a process for each test would take
# longer to load its libraries than most tests take, and could not share what a suite sets up once. Suites of many tests are
# cut, so that several processors have work.
set(tests_at_once 24)
execute_process(COMMAND ${PROGRAM} --gtest_list_tests OUTPUT_VARIABLE listed COMMAND_ERROR_IS_FATAL ANY TIMEOUT 60)
string(REGEX REPLACE "#[^\n]*" "" listed "${listed}")
string(REGEX MATCHALL "[^\n]+" lines "${listed}")
set(suites)
foreach(line IN LISTS lines)
  if(line MATCHES "^([A-Za-z0-9_/]+)\\. *$")
    set(suite ${CMAKE_MATCH_1})
    list(APPEND suites ${suite})
    set(count_${suite} 0)
  elseif(line MATCHES "^  ")
    math(EXPR count_${suite} "${count_${suite}} + 1")
  endif()
endforeach()
set(written "")
foreach(suite IN LISTS suites)
  math(EXPR shards "(${count_${suite}} + ${tests_at_once} - 1) / ${tests_at_once}")
  foreach(shard RANGE 1 ${shards})
    set(name "${suite}")
    if(shards GREATER 1)
      string(APPEND name " ${shard} of ${shards}")
    endif()
    math(EXPR index "${shard} - 1")
    math(EXPR cost "${count_${suite}} / ${shards}")
    string(APPEND written
      "add_test([[${name}]] [[${PROGRAM}]] [[--gtest_filter=${suite}.*]])\n"
      "set_tests_properties([[${name}]] PROPERTIES COST ${cost}\n"
      "  ENVIRONMENT [[GTEST_TOTAL_SHARDS=${shards};GTEST_SHARD_INDEX=${index}]])\n")
  endforeach()
endforeach()
file(WRITE ${OUTPUT} "${written}")
